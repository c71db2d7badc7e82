/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ceph_states', table => {
    table.comment(
      'What was last known of each Ceph cluster, and since when it is so',
    );
    table.string('platform').notNullable();
    table.string('cluster').notNullable();
    table.string('name').notNullable();
    table.text('state').notNullable();
    table.primary(['platform', 'cluster', 'name']);
  });
  await knex.schema.createTable('ceph_samples', table => {
    table.increments('id');
    table.string('platform').notNullable();
    table.string('cluster').notNullable();
    table.string('name').notNullable();
    table
      .string('at', 24)
      .notNullable()
      .comment('Begin of the half minute; replicas write one row together');
    table
      .string('period', 24)
      .notNullable()
      .comment('Begin of the ten minutes, of which one row is kept later');
    table.string('health', 16).notNullable();
    table.double('total_bytes').nullable();
    table.double('used_bytes').nullable();
    table.double('read_bytes_per_second').nullable();
    table.double('written_bytes_per_second').nullable();
    table.double('recovered_bytes_per_second').nullable();
    table.unique(['platform', 'cluster', 'name', 'at']);
    table.index(['at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ceph_samples');
  await knex.schema.dropTable('ceph_states');
};
