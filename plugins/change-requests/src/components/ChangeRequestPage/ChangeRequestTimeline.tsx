import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TimelineEvent } from '@internal/plugin-change-requests-common';
import { StatusTone, Timeline } from '@internal/portal-ui';
import { RemixiconComponentType, RiRestartLine } from '@remixicon/react';
import { stateLook } from '../../state/stateLook';
import { changeRequestsTranslationRef } from '../../translation';
import { Actor } from './Actor';

const looks: Record<
  TimelineEvent['event'],
  { tone: StatusTone; shape?: RemixiconComponentType }
> = {
  requested: stateLook.draft,
  'attempt-failed': { tone: 'warning' },
  retried: { tone: 'neutral', shape: RiRestartLine },
  opened: stateLook.open,
  adopted: stateLook.open,
  updated: stateLook.open,
  approved: stateLook.approved,
  merged: stateLook.merged,
  closed: stateLook.closed,
  synced: stateLook.syncing,
  healthy: stateLook.healthy,
  failed: stateLook.failed,
};

/** What happened to the request, latest first. */
export function ChangeRequestTimeline(props: {
  events: readonly TimelineEvent[];
}) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const latestFirst = [...props.events].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at),
  );
  return (
    <Timeline
      label={t('detail.timeline')}
      items={latestFirst.map(event => ({
        at: event.at,
        ...looks[event.event],
        title: event.actor
          ? t('detail.event.by', {
              event: t(`event.${event.event}`),
              actor: <Actor actor={event.actor} />,
            })
          : t(`event.${event.event}`),
        detail: event.detail && <bdi>{event.detail}</bdi>,
      }))}
    />
  );
}
