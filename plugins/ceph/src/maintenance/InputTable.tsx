import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MaintenanceInput } from '@internal/plugin-ceph-common';
import { RowColumn, RowTable, SmallText } from '@internal/portal-ui';
import { SourceAges } from '../sources/SourceAges';
import { cephTranslationRef } from '../translation';
import { InputResultLabel } from './InputResultLabel';
import { useMaintenanceWords } from './useMaintenanceWords';

const mostSubjects = 8;
const worstFirst = ['blocks', 'unknown', 'step', 'fine', 'not-applicable'];

/** Every input of a verdict: what it says, why, and where it is known from. */
export function InputTable({
  inputs,
}: {
  inputs: readonly MaintenanceInput[];
}) {
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useMaintenanceWords();
  const columns: RowColumn<MaintenanceInput>[] = [
    {
      id: 'input',
      label: t('maintenance.column.input'),
      width: '1.2fr',
      cell: ({ id }) => t(`maintenance.input.${id}`),
    },
    {
      id: 'result',
      label: t('maintenance.column.result'),
      width: '1fr',
      cell: ({ result }) => <InputResultLabel result={result} />,
    },
    {
      id: 'reason',
      label: t('maintenance.column.reason'),
      width: '2.6fr',
      cell: input => (
        <>
          <span>{words.reason(input)}</span>
          {input.subjects.length > 0 && (
            <SmallText>
              {t('maintenance.subjects')}{' '}
              {input.subjects.slice(0, mostSubjects).map((subject, index) => (
                <span key={subject}>
                  {index > 0 && ', '}
                  <bdi>{subject}</bdi>
                </span>
              ))}
              {input.subjects.length > mostSubjects && (
                <> {words.more(input.subjects.length - mostSubjects)}</>
              )}
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'sources',
      label: t('maintenance.column.sources'),
      width: '1.2fr',
      cell: ({ sources }) => <SourceAges sources={sources} />,
    },
  ];
  return (
    <RowTable
      label={t('maintenance.column.input')}
      columns={columns}
      rows={[...inputs].sort(
        (a, b) => worstFirst.indexOf(a.result) - worstFirst.indexOf(b.result),
      )}
      keyOf={({ id }) => id}
    />
  );
}
