/** A function of templates; the piped value comes last. Throws TemplateError for wrong arguments. */
export type GoFunction = (args: unknown[]) => unknown;
