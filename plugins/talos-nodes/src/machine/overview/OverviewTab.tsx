import { useApi } from '@backstage/frontend-plugin-api';
import { FactSource, NodeDetail } from '@internal/plugin-talos-nodes-common';
import { useAsyncData } from '@internal/portal-ui';
import { talosNodesApiRef } from '../../api/TalosNodesApi';
import { ConditionsSection } from './ConditionsSection';
import { DiagnosticsSection } from './DiagnosticsSection';
import { IdentitySection } from './IdentitySection';
import { ServicesSection } from './ServicesSection';
import { SourcesSection } from './SourcesSection';
import { StatusSection } from './StatusSection';
import { VersionsSection } from './VersionsSection';
import styles from '../machine.module.css';

/** Who a machine is, what it runs, and how it is. */
export function OverviewTab({ node }: { node: NodeDetail }) {
  const api = useApi(talosNodesApiRef);
  const result = useAsyncData({
    key: 'nodes',
    load: signal => api.listNodes({}, signal),
  });
  const fleet = result.status === 'ready' ? result.data : undefined;
  const lastSaid = (name: FactSource) => {
    const asked = node.sources.find(({ source }) => source === name);
    return asked?.failure && (asked.observedAt ?? node.observedAt);
  };
  return (
    <>
      <DiagnosticsSection diagnostics={node.diagnostics} />
      <div className={styles.columns}>
        <IdentitySection node={node} />
        <VersionsSection node={node} fleet={fleet?.items} />
        <StatusSection node={node} lastSaid={lastSaid('talos')} />
        <SourcesSection node={node} clusters={fleet?.clusters} />
        <ConditionsSection
          conditions={node.conditions}
          unread={node.unread?.conditions}
          lastSaid={lastSaid('kubernetes')}
        />
        <ServicesSection
          services={node.services}
          unread={node.unread?.services}
          lastSaid={lastSaid('talos')}
        />
      </div>
    </>
  );
}
