import type { Provisioner } from './Provisioning';

/** A folder of the chosen machine, as OpenEBS' hostpath provisioner writes it. */
export const provisionOpenebs: Provisioner = ({ volume, node, backends }) =>
  node === undefined
    ? undefined
    : {
        spec: {
          local: {
            fsType: '',
            path: `${backends.openebsPath ?? '/var/openebs/local'}/${volume}`,
          },
          nodeAffinity: toNodeAffinity(node),
        },
        labels: { 'openebs.io/cas-type': 'local-hostpath' },
      };

/** A folder of the chosen machine, as Rancher's local-path provisioner writes it. */
export const provisionLocalPath: Provisioner = ({
  claim,
  volume,
  node,
  backends,
}) => {
  const path = backends.localPath ?? '/opt/local-path-provisioner';
  return node === undefined
    ? undefined
    : {
        spec: {
          hostPath: {
            path: `${path}/${volume}_${claim.namespace}_${claim.name}`,
            type: 'DirectoryOrCreate',
          },
          nodeAffinity: toNodeAffinity(node),
        },
        annotations: { 'local.path.provisioner/selected-node': node },
      };
};

function toNodeAffinity(node: string) {
  return {
    required: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            {
              key: 'kubernetes.io/hostname',
              operator: 'In',
              values: [node],
            },
          ],
        },
      ],
    },
  };
}
