import type { Finding } from '../../finding/Finding';
import type { HelmValues } from '../helm/HelmValues';
import { joinPath } from '../joinPath';
import type { Reading } from '../Reading';
import type { Chart, SourceRef } from '../RepositoryModel';
import type { FieldSpec } from './FieldSpec';

/** Which names are written where: of objects of a kind, in fields of others. */
export interface BackReference {
  group?: string;
  version?: string;
  kind?: string;
  fieldSpecs: FieldSpec[];
}

/** What a build gathers beside objects, over all of its directories. */
export interface Gathered {
  charts: Chart[];
  values: HelmValues[];
  /** Of `configurations`. */
  backReferences: BackReference[];
  /** Directories entered so far, each as often as it is used. */
  entered: number;
  buildable: boolean;
}

/** One directory of a build. */
export class Step {
  readonly reading: Reading;
  readonly directory: string;
  readonly gathered: Gathered;

  constructor(reading: Reading, directory: string, gathered: Gathered) {
    this.reading = reading;
    this.directory = directory;
    this.gathered = gathered;
  }

  /** Says why kustomize would refuse the build, which goes on with the rest. */
  refuse(
    code: Finding['code'],
    message: string,
    source: SourceRef,
    fix?: string,
  ): void {
    this.gathered.buildable = false;
    this.reading.report(
      { code, severity: 'error', message, ...(fix ? { fix } : {}) },
      source,
    );
  }

  /** Says what is not evaluated and may differ. */
  leaveOut(message: string, source: SourceRef): void {
    this.reading.report(
      { code: 'not-evaluated', severity: 'info', message },
      source,
    );
  }

  /** Path of an entry in this repository; `undefined`, with a finding, where it lies elsewhere. */
  pathOf(entry: string, source: SourceRef): string | undefined {
    const path = entry.startsWith('/')
      ? undefined
      : joinPath(this.directory, entry);
    const { reading } = this;
    const here =
      path !== undefined && (reading.isFile(path) || reading.isDirectory(path));
    if (here) return path;
    if (isRemote(entry)) {
      reading.report(
        {
          code: 'remote-resource',
          severity: 'info',
          message: `The resource ${entry} lies outside this repository; the portal does not fetch it.`,
        },
        source,
      );
      return undefined;
    }
    if (path === undefined) {
      this.refuse(
        'missing-file',
        `The path ${entry} leads out of this repository.`,
        source,
        'Refer to a file of this repository.',
      );
    }
    return path;
  }

  /** Text of a file a kustomization names; `undefined` with a finding. */
  readText(entry: string, source: SourceRef): string | undefined {
    const path = this.pathOf(entry, source);
    if (path === undefined) return undefined;
    const text = this.reading.readText(path, source);
    if (text === undefined) this.gathered.buildable = false;
    return text;
  }
}

function isRemote(entry: string): boolean {
  return /^[a-z][a-z0-9+.]*:|^git@|^(github|gitlab)\.com\/|[?&]ref=|\.git\//.test(
    entry,
  );
}
