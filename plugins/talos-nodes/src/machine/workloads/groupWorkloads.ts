import { Workload } from '@internal/plugin-talos-nodes-common';

/** Pods on a machine that belong together. */
export interface WorkloadGroup {
  key: string;
  namespace: string;
  /** Absent where the catalog knows none. */
  app?: NonNullable<Workload['app']>;
  /** Absent where nobody made them, or an app stands for all who did. */
  controller?: NonNullable<Workload['controller']>;
  pods: Workload[];
}

/** Pods by their app, else by who made them; a pod that nobody made stands alone. By namespace and name. */
export function groupWorkloads(
  workloads: readonly Workload[],
): WorkloadGroup[] {
  const groups = new Map<string, WorkloadGroup>();
  for (const workload of workloads) {
    const { app, controller, namespace, pod } = workload;
    const key = JSON.stringify([
      namespace,
      app?.entityRef ??
        (controller ? [controller.kind, controller.name] : { pod }),
    ]);
    const group = groups.get(key) ?? {
      key,
      namespace,
      app,
      controller: app ? undefined : controller,
      pods: [],
    };
    group.pods.push(workload);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      compare(a.namespace, b.namespace) || compare(nameOf(a), nameOf(b)),
  );
}

/** What people call a group. */
export function nameOf({ app, controller, pods }: WorkloadGroup): string {
  return app?.name ?? controller?.name ?? pods[0]?.pod ?? '';
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
