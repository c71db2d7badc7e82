import { createHash } from 'node:crypto';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { AlertTopic } from './Alert';
import type { NotificationGroup } from './groupAlerts';

const MOST_SENTENCES = 20;

const TITLES: Record<AlertTopic, string> = {
  health: 'Storage needs attention',
  osds: 'OSDs are down',
  capacity: 'Storage is running full',
  maintenance: 'Machines must stay up',
};

const RECOVERED = 'Machines may go down again';

const VIEWS: Record<AlertTopic, string> = {
  health: '',
  osds: '',
  capacity: '',
  maintenance: '/maintenance',
};

/** A notification of everything in the group; the next of that topic to the same people replaces it. */
export function toPayload(
  { platform, cluster }: { platform: string; cluster: string },
  { topic, recipients, alerts }: NotificationGroup,
): NotificationSendOptions['payload'] {
  const told = alerts.slice(0, MOST_SENTENCES).map(({ sentence }) => sentence);
  const more = alerts.length - told.length;
  const place = [platform, cluster].map(encodeURIComponent).join('/');
  const audience = createHash('sha256')
    .update(recipients.join('\n'))
    .digest('hex')
    .slice(0, 16);
  const title = alerts.some(({ level }) => level > 0)
    ? TITLES[topic]
    : RECOVERED;
  return {
    title: `${title} (${cluster})`,
    description: [...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(
      '\n',
    ),
    link: `/storage/${place}${VIEWS[topic]}`,
    severity: alerts.at(0)?.severity,
    topic: `storage-${topic}`,
    scope: `ceph:${place}:${topic}:${audience}`,
  };
}
