import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RowTable, Section, SmallText } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../../translation';
import { PodCount } from './PodCount';
import { nameOf, WorkloadGroup } from './groupWorkloads';

/** Pods on a machine that no app of the catalog claims, by who made them. */
export function ControllerTable(props: { groups: readonly WorkloadGroup[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <Section title={t('workloads.others')}>
      <RowTable
        label={t('workloads.byController')}
        rows={props.groups}
        keyOf={group => group.key}
        columns={[
          {
            id: 'controller',
            label: t('workloads.controller'),
            cell: group => (
              <>
                <bdi>{nameOf(group)}</bdi>
                <SmallText>
                  {group.controller ? (
                    <bdi>{group.controller.kind}</bdi>
                  ) : (
                    t('workloads.noController')
                  )}
                </SmallText>
              </>
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
