import { NodeState } from '@internal/plugin-talos-nodes-common';
import { StatusLabel, StatusTone } from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiLoopRightLine,
  RiPlugLine,
  RiQuestionLine,
} from '@remixicon/react';
import { useNodeWords } from './useNodeWords';

export const stateTones: Record<NodeState, StatusTone> = {
  ready: 'positive',
  'not-ready': 'warning',
  changing: 'announcement',
  unreachable: 'negative',
  unknown: 'neutral',
};

export const stateShapes: Partial<Record<NodeState, RemixiconComponentType>> = {
  changing: RiLoopRightLine,
  unreachable: RiPlugLine,
  unknown: RiQuestionLine,
};

/** A machine's state as shape, words and colour. */
export function StateLabel({ state }: { state: NodeState }) {
  const words = useNodeWords();
  return (
    <StatusLabel tone={stateTones[state]} shape={stateShapes[state]}>
      {words.state(state)}
    </StatusLabel>
  );
}
