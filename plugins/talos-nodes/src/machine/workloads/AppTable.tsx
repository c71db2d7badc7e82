import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityLink, RowTable, Section } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../../translation';
import { PodCount } from './PodCount';
import { nameOf, WorkloadGroup } from './groupWorkloads';

/** Apps of the catalog on a machine, and who answers for them. */
export function AppTable({ groups }: { groups: readonly WorkloadGroup[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <Section title={t('workloads.title')}>
      <RowTable
        label={t('workloads.byApp')}
        rows={groups}
        keyOf={group => group.key}
        columns={[
          {
            id: 'app',
            label: t('workloads.app'),
            cell: group =>
              group.app ? (
                <EntityLink entityRef={group.app.entityRef} />
              ) : (
                <bdi>{nameOf(group)}</bdi>
              ),
          },
          {
            id: 'owner',
            label: t('workloads.owner'),
            cell: ({ app }) =>
              app?.owner ? (
                <EntityLink entityRef={app.owner} />
              ) : (
                t('fact.unknown')
              ),
          },
          {
            id: 'namespace',
            label: t('workloads.namespace'),
            cell: group => <bdi>{group.namespace}</bdi>,
          },
          {
            id: 'pods',
            label: t('workloads.podsTitle'),
            cell: group => <PodCount pods={group.pods} />,
          },
        ]}
      />
    </Section>
  );
}
