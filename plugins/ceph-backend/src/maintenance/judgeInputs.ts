import {
  type MaintenanceInput,
  type MaintenanceInputId,
  maintenanceInputIdSchema,
  type StorageSource,
  type StorageSourceState,
} from '@internal/plugin-ceph-common';
import type { ClusterFacts } from './facts/ClusterFacts';
import type { JudgeContext } from './JudgeContext';
import { judgeBarePods } from './inputs/judgeBarePods';
import { judgeBoundPods } from './inputs/judgeBoundPods';
import { judgeBudgets } from './inputs/judgeBudgets';
import { judgeCapacity } from './inputs/judgeCapacity';
import { judgeCephDaemons } from './inputs/judgeCephDaemons';
import { judgeEtcd } from './inputs/judgeEtcd';
import { judgeLocalVolumes } from './inputs/judgeLocalVolumes';
import { judgeMonitors } from './inputs/judgeMonitors';
import { judgeOsds } from './inputs/judgeOsds';
import { judgeOtherMaintenance } from './inputs/judgeOtherMaintenance';
import { judgeRecovery } from './inputs/judgeRecovery';
import { type Judgement, resultOf } from './inputs/Judgement';

interface InputJudge {
  judge: (context: JudgeContext) => Judgement;
  sources: readonly StorageSource[];
}

const CEPH = ['rook', 'ceph-manager', 'kubernetes'] as const;

const judges: Record<MaintenanceInputId, InputJudge> = {
  etcd: { judge: judgeEtcd, sources: ['talos'] },
  osds: { judge: judgeOsds, sources: CEPH },
  monitors: { judge: judgeMonitors, sources: CEPH },
  'ceph-daemons': { judge: judgeCephDaemons, sources: CEPH },
  recovery: { judge: judgeRecovery, sources: CEPH },
  'disruption-budgets': { judge: judgeBudgets, sources: ['kubernetes'] },
  'bare-pods': { judge: judgeBarePods, sources: ['kubernetes'] },
  'local-volumes': {
    judge: judgeLocalVolumes,
    sources: ['kubernetes', 'longhorn'],
  },
  'bound-pods': { judge: judgeBoundPods, sources: ['kubernetes'] },
  capacity: { judge: judgeCapacity, sources: ['kubernetes'] },
  'other-maintenance': {
    judge: judgeOtherMaintenance,
    sources: ['kubernetes', 'talos'],
  },
};

/** Every input of a machine's verdict, in the order in which they are shown. */
export function judgeInputs(context: JudgeContext): MaintenanceInput[] {
  const states = listSources(context.facts);
  return maintenanceInputIdSchema.options.map(id => {
    const { judge, sources } = judges[id];
    const judgement = judge(context);
    const { reason, values = {}, subjects = [] } = judgement;
    return {
      id,
      result: resultOf(judgement),
      reason,
      values,
      subjects: [...subjects],
      sources: states.filter(({ source }) => sources.includes(source)),
    };
  });
}

/** One of each source; the worst where several Ceph clusters have it. */
function listSources({ sources, ceph }: ClusterFacts): StorageSourceState[] {
  const all = [
    ...sources,
    ...(ceph.known ? ceph.value.flatMap(facts => facts.sources) : []),
  ];
  const found = new Map<StorageSource, StorageSourceState>();
  for (const state of all) {
    const before = found.get(state.source);
    if (!before || before.state === 'fresh') found.set(state.source, state);
  }
  return [...found.values()];
}
