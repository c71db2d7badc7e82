import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { ChangeRequest } from '@internal/plugin-change-requests-common';
import { EntityName, RelativeTime } from '@internal/portal-ui';
import { changeRequestRouteRef } from '../../routes';
import { StateLabel } from '../../state/StateLabel';
import styles from './EntityChangeRequestsCard.module.css';

/** One request in a line: what, who, when, and where it is. */
export function ChangeRequestRow({ request }: { request: ChangeRequest }) {
  const requestRoute = useRouteRef(changeRequestRouteRef);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link href={requestRoute?.({ id: request.id })}>
          <bdi>{request.title}</bdi>
        </Link>
        <Text as="div" variant="body-small">
          <EntityName entityRef={request.requester} />
          {' · '}
          <RelativeTime value={request.createdAt} />
        </Text>
      </div>
      <StateLabel state={request.state} />
    </li>
  );
}
