/** What the form says of a field, and the id of the element that shows it. */
export function formErrorsOf(props: {
  idSchema: { $id: string };
  rawErrors?: string[];
}) {
  return {
    formErrors: props.rawErrors ?? [],
    formErrorsId: `${props.idSchema.$id}__error`,
  };
}
