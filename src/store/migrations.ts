/**
 * Every change ever made to the tables, the oldest first; the version of a database is how many of them it has had. One
 * that has been released is never changed: the next one mends it. The words are those that SQLite and PostgreSQL share.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `create table outbox (
      id text not null primary key,
      head text not null,
      seq bigint not null,
      helsefellesskap text not null,
      job text not null,
      period text not null,
      recipient text not null,
      part integer not null,
      status text not null check (status in ('planned', 'sending', 'sent', 'failed', 'withdrawn', 'expired')),
      attempts integer not null,
      next_at bigint not null,
      first_tried_at bigint,
      channel text,
      thread_ts text,
      ts text,
      expires_at bigint not null,
      said_at bigint,
      code text,
      look_first integer not null,
      unsaid integer not null,
      closed_at bigint,
      unique (helsefellesskap, job, period, recipient, part)
    )`,
    // What is over is never in the way of what is open, however much there is of it. A recipient's own line is to be looked
    // up in the first index; `seq > 0` is always so, and keeps PostgreSQL from looking through the second one for it.
    `create index outbox_line on outbox (helsefellesskap, recipient, seq, head, part) where closed_at is null`,
    `create index outbox_open on outbox (helsefellesskap, seq, head, part) where closed_at is null and seq > 0`,
    `create index outbox_seq on outbox (seq)`,
    `create index outbox_said on outbox (helsefellesskap, job, recipient, said_at) where said_at is not null`,
    `create index outbox_closed on outbox (closed_at) where closed_at is not null`,
    `create table leases (name text not null primary key, owner text not null, expires_at bigint not null)`,
    `create table job_runs (
      helsefellesskap text not null,
      job text not null,
      period text not null,
      outcome text not null,
      at bigint not null,
      primary key (helsefellesskap, job, period)
    )`,
    `create table troubles (
      id text not null primary key,
      helsefellesskap text not null,
      key text not null,
      began_at bigint not null,
      facts text not null,
      ended_at bigint
    )`,
    `create unique index troubles_open on troubles (helsefellesskap, key) where ended_at is null`,
    `create index troubles_began on troubles (helsefellesskap, key, began_at)`,
    `create table known_users (
      helsefellesskap text not null,
      unit text not null,
      slack_id text not null,
      proof text not null,
      at bigint not null,
      primary key (helsefellesskap, unit)
    )`,
    `create table conversations (slack_id text not null primary key, channel text not null, at bigint not null)`,
    `create table snapshots (source text not null primary key, content text not null, read_at bigint not null)`,
    `create table plan_history (
      source text not null,
      key text not null,
      at bigint not null,
      gone integer not null,
      nr text,
      title text not null,
      status text not null,
      frist_kind text not null,
      frist_end text,
      reported integer,
      kommuner integer,
      primary key (source, key, at)
    )`,
    `create table kapasitet_history (
      source text not null,
      day text not null,
      kommune text not null,
      kategori text not null,
      plasser double precision,
      ledig double precision,
      confirmed integer not null,
      primary key (source, day, kommune, kategori)
    )`,
    `create table notes (name text not null primary key, value text not null)`,
  ],
];
