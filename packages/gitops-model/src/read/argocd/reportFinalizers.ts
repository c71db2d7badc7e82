import { isRecord } from '../isRecord';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { Application } from './Application';

const known = new Set([
  'post-delete-finalizer.argocd.argoproj.io',
  'post-delete-finalizer.argocd.argoproj.io/cleanup',
  'resources-finalizer.argocd.argoproj.io',
  'resources-finalizer.argocd.argoproj.io/background',
  'resources-finalizer.argocd.argoproj.io/foreground',
]);

/** Argo CD passes over finalizers it does not know, and the Application can then not be deleted. */
export function reportFinalizers(
  reading: Reading,
  manifest: Manifest,
  { metadata: { finalizers } }: Application,
): void {
  for (const finalizer of finalizers ?? []) {
    const isArgo = /(^|\.)argoproj\.io(\/|$)/.test(finalizer);
    if (!isArgo || known.has(finalizer)) continue;
    reading.report(
      {
        code: 'finalizer-misspelt',
        severity: 'warning',
        message: `The Application ${manifest.name} has the finalizer ${finalizer}, which Argo CD does not know: nothing ever removes it.`,
        fix: 'Write resources-finalizer.argocd.argoproj.io, or remove the line.',
      },
      { ...manifest.source, line: lineOf(manifest) },
    );
  }
}

function lineOf({ value, document, source }: Manifest): number {
  const { metadata } = value;
  const list = isRecord(metadata) ? metadata.finalizers : undefined;
  return (Array.isArray(list) && document.lines.get(list)) || source.line;
}
