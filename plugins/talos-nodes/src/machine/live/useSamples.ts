import { NodeLive } from '@internal/plugin-talos-nodes-common';
import { useEffect, useState } from 'react';

/** Two minutes at one answer every two seconds. */
const mostSamples = 60;

/** The last answers of a machine, oldest first. */
export function useSamples(latest: NodeLive | undefined): readonly NodeLive[] {
  const [samples, setSamples] = useState<readonly NodeLive[]>([]);
  useEffect(() => {
    if (latest) {
      setSamples(before =>
        before.at(-1)?.observedAt === latest.observedAt
          ? before
          : [...before, latest].slice(-mostSamples),
      );
    }
  }, [latest]);
  return samples;
}
