import type {
  MaintenanceInput,
  MaintenanceReason,
  MaintenanceStepId,
  MaintenanceVerdict,
  NodeVerdict,
} from '@internal/plugin-ceph-common';
import type { JudgeContext } from '../JudgeContext';
import { quoteArgument } from './quoteArgument';

type Step = NodeVerdict['steps'][number] & { id: MaintenanceStepId };

const WAIT_FOR_REPLICAS =
  'while kubectl get volumes.longhorn.io --all-namespaces --no-headers | grep -w degraded; do sleep 10; done';

/**
 * What to do, in order, with the machine's real names; nothing of it is run.
 * While the machine must not go down, or that is not known, there are only
 * commands that look.
 */
export function planSteps(
  context: JudgeContext,
  inputs: readonly MaintenanceInput[],
  verdict: MaintenanceVerdict,
): Step[] {
  const reasons = new Map(inputs.map(({ id, reason }) => [id, reason]));
  const has = (...wanted: MaintenanceReason[]) =>
    wanted.some(reason => [...reasons.values()].includes(reason));
  const names = nameMachine(context);
  const isMember = reasons.get('etcd') !== 'etcd-not-a-member';
  const carriesData = names.osds.length > 0;
  const looking: Step[] = [
    ...onlyIf(carriesData, {
      id: 'check-osds',
      when: 'before',
      command: `ceph osd ok-to-stop ${names.osds.join(' ')}`,
    }),
    ...onlyIf(isMember, {
      id: 'check-etcd',
      when: 'before',
      command: `talosctl -n ${names.address} etcd status`,
    }),
  ];
  if (verdict === 'unsafe' || verdict === 'unknown') return looking;

  const force = has('bare-pods-present') ? ' --force' : '';
  return [
    ...looking,
    ...onlyIf(
      has('local-volumes-offline', 'local-folders-used', 'bound-pods-present'),
      { id: 'tell-owners', when: 'before' },
    ),
    ...onlyIf(has('replicas-missing'), {
      id: 'wait-for-replicas',
      when: 'before',
      command: WAIT_FOR_REPLICAS,
    }),
    ...onlyIf(has('bare-pods-present'), {
      id: 'move-bare-pods',
      when: 'before',
    }),
    ...onlyIf(has('etcd-learner'), {
      id: 'wait-for-etcd',
      when: 'before',
      command: `talosctl -n ${names.address} etcd members`,
    }),
    ...onlyIf(has('osds-need-noout'), {
      id: 'set-noout',
      when: 'before',
      command: `ceph osd set-group noout ${names.crushHosts.join(' ')}`,
    }),
    ...onlyIf(has('etcd-leader'), {
      id: 'forfeit-leadership',
      when: 'before',
      command: `talosctl -n ${names.address} etcd forfeit-leadership`,
    }),
    { id: 'cordon', when: 'before', command: `kubectl cordon ${names.node}` },
    ...onlyIf(has('budgets-switch-over'), {
      id: 'wait-for-databases',
      when: 'before',
      command: `kubectl get pods --all-namespaces --selector cnpg.io/instanceRole=primary --field-selector spec.nodeName=${names.node}`,
    }),
    {
      id: 'drain',
      when: 'before',
      command: `kubectl drain ${names.node} --ignore-daemonsets --delete-emptydir-data${force} --timeout=15m`,
    },
    ...onlyIf(has('daemons-move'), {
      id: 'wait-for-daemons',
      when: 'before',
      command: 'ceph status',
    }),
    {
      id: 'shut-down',
      when: 'during',
      command: `talosctl -n ${names.address} shutdown`,
    },
    ...(names.image === undefined
      ? []
      : [
          {
            id: 'upgrade' as const,
            when: 'during' as const,
            command: `talosctl -n ${names.address} upgrade --image ${names.image}`,
          },
        ]),
    {
      id: 'wait-for-ready',
      when: 'after',
      command: `kubectl wait --for=condition=Ready node/${names.node} --timeout=15m`,
    },
    {
      id: 'uncordon',
      when: 'after',
      command: `kubectl uncordon ${names.node}`,
    },
    ...onlyIf(hasReplicas(context), {
      id: 'wait-for-rebuild',
      when: 'after',
      command: WAIT_FOR_REPLICAS,
    }),
    ...onlyIf(has('osds-need-noout', 'osds-keep-serving'), {
      id: 'unset-noout',
      when: 'after',
      command: `ceph osd unset-group noout ${names.crushHosts.join(' ')}`,
    }),
    ...onlyIf(carriesData, {
      id: 'wait-for-clean',
      when: 'after',
      command: String.raw`until ceph pg stat | grep -Eq '^[0-9]+ pgs: [0-9]+ active\+clean;'; do sleep 10; done`,
    }),
  ];
}

/** Longhorn rebuilds them when the machine is back. */
function hasReplicas({ facts: { volumes }, node }: JudgeContext): boolean {
  return (
    volumes.known &&
    volumes.value.some(
      ({ kind, nodes }) => kind === 'longhorn' && nodes.includes(node),
    )
  );
}

function onlyIf(condition: boolean, step: Step): Step[] {
  return condition ? [step] : [];
}

/** The machine's names as the tools take them, quoted. */
function nameMachine({ facts, machine, node }: JudgeContext) {
  const own = (facts.ceph.known ? facts.ceph.value : []).flatMap(({ osds }) =>
    osds.known ? osds.value.filter(osd => osd.node === node) : [],
  );
  const crushHosts = new Set(
    own.flatMap(({ crushHost }) => (crushHost ? [crushHost] : [])),
  );
  return {
    node: quoteArgument(node),
    address: quoteArgument(machine?.address ?? node),
    osds: own.map(({ id }) => String(id)),
    crushHosts: [...crushHosts].map(quoteArgument),
    image: machine?.schematic && nameImage(machine.schematic),
  };
}

/** The version is the reader's to choose; without it the command says so and does nothing. */
function nameImage(schematic: string): string {
  const installer = quoteArgument(
    `factory.talos.dev/metal-installer/${schematic}`,
  );
  // eslint-disable-next-line no-template-curly-in-string
  return (
    `${installer}:` +
    '"${TALOS_VERSION:?set it to the version to install, such as v1.12.11}"'
  );
}
