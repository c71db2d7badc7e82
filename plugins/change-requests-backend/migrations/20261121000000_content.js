/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('intents', table => {
    table
      .string('content_commit', 40)
      .nullable()
      .comment('Head of the branch that was compared with the plan');
    table.string('content_verdict').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('intents', table => {
    table.dropColumn('content_commit');
    table.dropColumn('content_verdict');
  });
};
