import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeVerdict } from '@internal/plugin-ceph-common';
import {
  RelativeTime,
  RowColumn,
  RowTable,
  SmallText,
} from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { InputResultLabel } from './InputResultLabel';
import { MachineLink } from './MachineLink';
import { VerdictLabel } from './VerdictLabel';

const worstFirst = ['blocks', 'unknown', 'step'];

/** Machines with their verdicts and what decides them. */
export function VerdictTable(props: { verdicts: readonly NodeVerdict[] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const columns: RowColumn<NodeVerdict>[] = [
    {
      id: 'machine',
      label: t('maintenance.machine'),
      width: '1fr',
      cell: ({ platform, cluster, node }) => (
        <MachineLink node={{ platform, cluster, node }} />
      ),
    },
    {
      id: 'verdict',
      label: t('maintenance.verdictColumn'),
      width: '1.2fr',
      cell: ({ verdict, observedAt }) => (
        <>
          <VerdictLabel verdict={verdict} />
          <SmallText>
            {observedAt
              ? t('maintenance.observed', {
                  time: <RelativeTime value={observedAt} />,
                })
              : t('maintenance.neverObserved')}
          </SmallText>
        </>
      ),
    },
    {
      id: 'because',
      label: t('maintenance.because'),
      width: '3fr',
      cell: ({ inputs }) => {
        const deciding = worstFirst.flatMap(result =>
          inputs
            .filter(input => input.result === result)
            .map(input => (
              <span key={input.id}>
                <InputResultLabel result={input.result} />{' '}
                {t(`maintenance.input.${input.id}`)}
              </span>
            )),
        );
        return deciding.length > 0 ? (
          deciding
        ) : (
          <SmallText>{t('maintenance.nothingAgainst')}</SmallText>
        );
      },
    },
  ];
  return (
    <RowTable
      label={t('maintenance.verdictColumn')}
      columns={columns}
      rows={props.verdicts}
      keyOf={({ node }) => node}
    />
  );
}
