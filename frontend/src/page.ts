/** Every page: suggestions while something is looked for, and facets that narrow at once. */

import { Suggestions } from "./page/suggestions.js";
import { narrowAtOnce } from "./page/narrowing.js";

const field = document.querySelector<HTMLInputElement>("form[role=search] input[name=q]");
if (field) new Suggestions(field);
for (const form of document.querySelectorAll<HTMLFormElement>("form.facets")) narrowAtOnce(form);
