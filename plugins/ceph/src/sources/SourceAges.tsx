import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StorageSourceState } from '@internal/plugin-ceph-common';
import { RelativeTime, SmallText, StatusLabel } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { useSourceProblem } from './useSourceProblem';

/** Each source with its age, or why it tells nothing. */
export function SourceAges(props: { sources: readonly StorageSourceState[] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const describe = useSourceProblem();
  if (props.sources.length === 0) {
    return <SmallText>{t('sources.noneNeeded')}</SmallText>;
  }
  return (
    <>
      {props.sources.map(source => (
        <span
          key={JSON.stringify(source)}
          title={source.problem && describe(source.problem)}
        >
          {t(`sources.name.${source.source}`)}{' '}
          {source.state !== 'fresh' && (
            <StatusLabel
              tone={source.state === 'absent' ? 'neutral' : 'warning'}
            >
              {t(`sources.state.${source.state}`)}
            </StatusLabel>
          )}{' '}
          {source.observedAt && (
            <SmallText>
              <RelativeTime value={source.observedAt} />
            </SmallText>
          )}
        </span>
      ))}
    </>
  );
}
