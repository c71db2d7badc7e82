/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('storage_alerts', table => {
    table.comment(
      'What people were notified of, so that a restart does not repeat it',
    );
    table.string('platform').notNullable();
    table.string('cluster').notNullable();
    table
      .string('key')
      .notNullable()
      .comment('What the alert is about, such as rook-ceph/osd.3');
    table
      .integer('notified')
      .notNullable()
      .comment('How bad it was when people were notified last; 0: not at all');
    table
      .string('trend')
      .notNullable()
      .comment('worse, same or better than that');
    table.string('since', 24).notNullable().comment('Of the trend');
    table.primary(['platform', 'cluster', 'key']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('storage_alerts');
};
