-- Who gets a mail with a link when a month was released. `sent_month` is the latest month that they were told of; `failed_at`
-- says since when the mail server refuses the address. It goes with the account.
create table report_subscription (
  municipality_id text not null,
  account_id text not null,
  email text not null,
  since timestamptz not null,
  sent_month text,
  failed_at timestamptz,
  primary key (municipality_id, account_id),
  foreign key (municipality_id, account_id) references account (municipality_id, id) on delete cascade
);
select protect_table('report_subscription');
