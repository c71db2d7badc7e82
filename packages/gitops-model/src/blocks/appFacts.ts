import { appAnnotations } from '../read/collect/appAnnotations';

/** What the portal must know of an app, kept in the annotations of its deployment unit. */
export type AppFacts = {
  owner: string;
  system: string;
  description?: string;
  template?: string;
};

/** Facts as annotations; what is not given gets none. */
export function toAnnotations(facts: AppFacts): Record<string, string> {
  const { owner, system, description, template } = facts;
  return Object.fromEntries(
    Object.entries({
      [appAnnotations.owner]: owner,
      [appAnnotations.system]: system,
      [appAnnotations.description]: description,
      [appAnnotations.template]: template,
    }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    ),
  );
}

/** The facts that annotations tell; `undefined` where the portal did not write them. */
export function factsOf(
  annotations: Readonly<Record<string, string>>,
): AppFacts | undefined {
  const fact = (key: string) =>
    Object.hasOwn(annotations, key) ? annotations[key] : undefined;
  const owner = fact(appAnnotations.owner);
  const system = fact(appAnnotations.system);
  return owner === undefined || system === undefined
    ? undefined
    : {
        owner,
        system,
        description: fact(appAnnotations.description),
        template: fact(appAnnotations.template),
      };
}
