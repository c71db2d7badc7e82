import { HostRow } from '@internal/plugin-platforms-common';
import { EntityLink, SmallText } from '@internal/portal-ui';

/** Gateways that serve a host, with the section that does. */
export function HostGateways({ gateways }: { gateways: HostRow['gateways'] }) {
  return (
    <>
      {gateways.map(gateway => (
        <span key={`${gateway.namespace} ${gateway.name} ${gateway.section}`}>
          {gateway.entityRef ? (
            <EntityLink entityRef={gateway.entityRef} />
          ) : (
            <bdi>{gateway.name}</bdi>
          )}{' '}
          {gateway.section && (
            <SmallText>
              <bdi>{gateway.section}</bdi>
            </SmallText>
          )}
        </span>
      ))}
    </>
  );
}
