import { AppReference } from '@internal/plugin-ceph-common';
import { EntityLink, SmallText } from '@internal/portal-ui';

/** An app and its owner; pods without an app by their namespace and name. */
export function AppName({ app }: { app: AppReference }) {
  return (
    <span>
      {app.entityRef ? (
        <EntityLink entityRef={app.entityRef} />
      ) : (
        <bdi>
          {app.namespace}/{app.name}
        </bdi>
      )}
      {app.owner && (
        <>
          {' · '}
          <SmallText>
            <EntityLink entityRef={app.owner} />
          </SmallText>
        </>
      )}
    </span>
  );
}
