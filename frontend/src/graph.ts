/** The page /graph: the network around a thing. */

import { adopt } from "./dom.js";
import { NetworkExplorer } from "./network/explorer.js";
import rules from "./network/network.panel.css";
import { colours } from "./network/signs.js";

const holder = document.getElementById("network");
if (holder?.dataset["src"] && holder.dataset["iri"]) {
  adopt(rules + colours());
  // The network has a form of its own, which narrows it without a new page.
  document.querySelector("form.bar")?.remove();
  void new NetworkExplorer(holder, new URL(holder.dataset["src"], location.href), holder.dataset["iri"]).start();
}
