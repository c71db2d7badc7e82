import type { GeneratedApplications } from './generateApplications';

/** The status of an ApplicationSet as its controller writes it. */
export function toApplicationSetStatus(
  generated: GeneratedApplications,
  now: string,
): Record<string, unknown> {
  const toCondition = (
    type: string,
    isTrue: boolean,
    reason: string,
    message: string,
  ) => ({
    type,
    status: isTrue ? 'True' : 'False',
    reason,
    message,
    lastTransitionTime: now,
  });
  return {
    conditions: generated.ok
      ? [
          toCondition(
            'ErrorOccurred',
            false,
            'ApplicationSetUpToDate',
            'Successfully generated parameters for all Applications',
          ),
          toCondition(
            'ParametersGenerated',
            true,
            'ParametersGenerated',
            'Successfully generated parameters for all Applications',
          ),
          toCondition(
            'ResourcesUpToDate',
            true,
            'ApplicationSetUpToDate',
            'All applications have been generated successfully',
          ),
        ]
      : [
          toCondition(
            'ErrorOccurred',
            true,
            'RenderTemplateParamsError',
            generated.message,
          ),
          toCondition(
            'ParametersGenerated',
            false,
            'ErrorOccurred',
            generated.message,
          ),
        ],
  };
}
