import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import {
  BreakablePath,
  EmptyState,
  Fact,
  FactList,
  isWebUrl,
  RowTable,
  Section,
  StatusLabel,
  useUnits,
} from '@internal/portal-ui';
import { RiGitRepositoryLine } from '@remixicon/react';
import { talosNodesTranslationRef } from '../../translation';
import styles from '../machine.module.css';

/** What the repository says of a machine, and where the machine differs. */
export function GitTab({ node }: { node: NodeDetail }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const { git } = node;
  if (!git) {
    return (
      <EmptyState
        icon={<RiGitRepositoryLine />}
        headingLevel="h3"
        title={t('git.none.title')}
        description={t('git.none.description')}
      />
    );
  }
  const { deviations } = git;
  const place = <BreakablePath path={`${git.file}:${git.line}`} />;
  return (
    <Section title={t('git.title')}>
      <div className={styles.content}>
        <FactList>
          <Fact name={t('git.written')}>
            {isWebUrl(git.url) ? (
              <Link href={git.url} target="_blank" rel="noopener noreferrer">
                {place}
              </Link>
            ) : (
              place
            )}
          </Fact>
        </FactList>
        <div>
          <StatusLabel tone={deviations.length > 0 ? 'warning' : 'positive'}>
            {deviations.length > 0
              ? t('git.differs', {
                  count: deviations.length,
                  number: number(deviations.length),
                })
              : t('git.same')}
          </StatusLabel>
        </div>
        {deviations.length > 0 && (
          <RowTable
            label={t('git.differences')}
            rows={deviations}
            keyOf={deviation => deviation.field}
            columns={[
              {
                id: 'field',
                label: t('git.field'),
                cell: deviation => <bdi>{deviation.field}</bdi>,
              },
              {
                id: 'desired',
                label: t('git.desired'),
                cell: deviation => <bdi>{deviation.desired}</bdi>,
              },
              {
                id: 'actual',
                label: t('git.actual'),
                cell: deviation => <bdi>{deviation.actual}</bdi>,
              },
            ]}
          />
        )}
      </div>
    </Section>
  );
}
