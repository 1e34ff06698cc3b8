declare module "*.panel.css" {
  const rules: string;
  export default rules;
}

declare module "*.css";
