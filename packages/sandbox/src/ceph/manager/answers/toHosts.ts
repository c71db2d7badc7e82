import type { CephStatus } from '../../model/CephStatus';

/** The machines that daemons named when they started. */
export function toHosts(status: CephStatus) {
  const { release, hosts } = status.definition;
  return hosts.map(({ node }) => {
    const on = (type: string, ids: string[]) =>
      ids.map(id => ({ type, id, ceph_version: release.text }));
    const services = [
      ...on('mds', namesOn(node, status.metadataServers)),
      ...on('mgr', namesOn(node, status.managers)),
      ...on(
        'mon',
        status.monitors
          .filter(monitor => monitor.node === node)
          .map(({ name }) => name),
      ),
      ...on(
        'osd',
        status.osds
          .filter(({ device }) => device.node === node)
          .map(({ id }) => String(id)),
      ),
    ];
    const types = [...new Set(services.map(({ type }) => type))];
    return {
      hostname: node,
      services,
      ceph_version: release.text,
      addr: '',
      labels: [],
      sources: { ceph: true, orchestrator: false },
      status: '',
      ...(release.name === 'reef' && {
        service_instances: types.map(type => ({
          type,
          count: services.filter(service => service.type === type).length,
        })),
      }),
    };
  });
}

function namesOn(node: string, daemons: CephStatus['managers']): string[] {
  return daemons
    .filter(daemon => daemon.node === node && daemon.role !== 'gone')
    .map(({ name }) => name);
}
