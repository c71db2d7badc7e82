import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  NodeDetail,
  talosNodeReadPermission,
} from '@internal/plugin-talos-nodes-common';
import { AsyncContent, SmallText, useAsyncData } from '@internal/portal-ui';
import { RiPauseLine, RiPlayLine } from '@remixicon/react';
import { useState } from 'react';
import { talosNodesApiRef } from '../../api/TalosNodesApi';
import { talosNodesTranslationRef } from '../../translation';
import { LiveCharts } from './LiveCharts';
import { useSamples } from './useSamples';
import styles from './live.module.css';

const refreshMilliseconds = 2_000;

/** What a machine does right now; asked only while somebody looks. */
export function LiveTab({ node }: { node: NodeDetail }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const api = useApi(talosNodesApiRef);
  const { platform, cluster, name } = node;
  const [isPaused, setPaused] = useState(false);
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster, name]),
    load: signal => api.getLive({ platform, cluster, name }, signal),
    pollEvery: isPaused ? undefined : refreshMilliseconds,
  });
  const samples = useSamples(
    result.status === 'ready' ? result.data : undefined,
  );
  return (
    <div className={styles.content}>
      <div className={styles.line}>
        <Button
          variant="secondary"
          iconStart={isPaused ? <RiPlayLine /> : <RiPauseLine />}
          onPress={() => setPaused(!isPaused)}
        >
          {t(isPaused ? 'live.resume' : 'live.pause')}
        </Button>
        <SmallText>{t(isPaused ? 'live.paused' : 'live.every')}</SmallText>
      </div>
      <AsyncContent result={result} permission={talosNodeReadPermission.name}>
        {latest => <LiveCharts latest={latest} samples={samples} />}
      </AsyncContent>
    </div>
  );
}
