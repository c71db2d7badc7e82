/** Why a template cannot be rendered; never leaves this folder. */
export class TemplateError extends Error {}
