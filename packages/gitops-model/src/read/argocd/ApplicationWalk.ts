import type { Manifest } from '../manifests/Manifest';
import { readLimits } from '../readLimits';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { type Application, applicationSchema } from './Application';
import type { ApplicationMemos } from './ApplicationMemos';
import { expandApplicationSet } from './expandApplicationSet';
import { isApplication, isApplicationSet } from './isUnitObject';
import type { Place } from './Place';
import { renderApplication } from './renderApplication';
import { reportFinalizers } from './reportFinalizers';
import { reportSecond } from './reportSecond';

/** Renders Applications, written and generated ones, and all that they deploy in turn. */
export class ApplicationWalk {
  readonly #reading: Reading;
  readonly #memos: ApplicationMemos;
  readonly #units = new Map<string, RenderedUnit>();
  readonly #sets = new Map<string, Manifest>();

  constructor(reading: Reading, memos: ApplicationMemos) {
    this.#reading = reading;
    this.#memos = memos;
  }

  /** In the order they were found. */
  get units(): RenderedUnit[] {
    return [...this.#units.values()];
  }

  /** Visits the Applications and ApplicationSets among objects; sets that no root reaches generate nothing. */
  visitAll(manifests: readonly Manifest[], place: Place): void {
    for (const manifest of manifests) {
      if (isApplication(manifest)) this.#visit(manifest, place);
      if (isApplicationSet(manifest) && place.wired) {
        this.#visitSet(manifest, place);
      }
    }
  }

  #visitSet(manifest: Manifest, place: Place): void {
    const key = keyOf(manifest, place);
    const known = this.#sets.get(key);
    if (known) {
      reportSecond(this.#reading, known.source, manifest);
      return;
    }
    this.#sets.set(key, manifest);
    const reading = this.#reading;
    const all = reading.remember(this.#memos.sets, key, manifest, () =>
      expandApplicationSet(reading, manifest),
    );
    for (const generated of all) {
      this.#visit(generated.manifest, {
        ...place,
        generatedBy: manifest.name,
        directory: generated.directory,
      });
    }
  }

  #visit(manifest: Manifest, place: Place): void {
    const key = keyOf(manifest, place);
    const known = this.#units.get(key);
    if (known) {
      if (!this.#parse(manifest)) return;
      reportSecond(
        this.#reading,
        known.unit.source,
        manifest,
        place.generatedBy,
      );
      return;
    }
    if (place.depth >= readLimits.depth) {
      if (!this.#parse(manifest)) return;
      this.#reading.report(
        {
          code: 'too-deep',
          severity: 'error',
          message: `Applications are nested more than ${readLimits.depth} deep.`,
        },
        manifest.source,
      );
      return;
    }
    const rendered = this.#reading.remember(
      this.#memos.applications,
      key,
      { manifest, place },
      () => this.#render(manifest, place),
    );
    if (!rendered) return;
    this.#units.set(key, rendered);
    this.visitAll(rendered.manifests, {
      home: place.home,
      wired: place.wired,
      depth: place.depth + 1,
      parent: manifest.name,
      namespace: rendered.unit.namespace,
    });
  }

  #render(manifest: Manifest, place: Place): RenderedUnit | undefined {
    const application = this.#parse(manifest);
    if (!application) return undefined;
    reportFinalizers(this.#reading, manifest, application);
    return renderApplication(this.#reading, manifest, application, place);
  }

  #parse(manifest: Manifest): Application | undefined {
    const parsed = applicationSchema.safeParse(manifest.value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    this.#reading.report(
      {
        code: 'invalid-manifest',
        severity: 'error',
        message: `The Application ${manifest.name} is not valid: ${issue.path.join('.')}: ${issue.message}.`,
        fix: 'Correct the field.',
      },
      manifest.source,
    );
    return undefined;
  }
}

function keyOf({ name, namespace }: Manifest, place: Place): string {
  return `${place.home}/${namespace ?? place.namespace ?? ''}/${name}`;
}
