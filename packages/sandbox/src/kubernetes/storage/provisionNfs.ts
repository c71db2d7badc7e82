import type { Provisioner } from './Provisioning';

/** A folder of the server, as the NFS subdir provisioner writes it. */
export const provisionNfs: Provisioner = ({ claim, volume, backends }) =>
  backends.nfs && {
    spec: {
      nfs: {
        path: `${backends.nfs.path}/${claim.namespace}-${claim.name}-${volume}`,
        server: backends.nfs.server,
      },
    },
  };
