-- What was done about statutory rules, and what a project costs.
alter table deal add column compliance jsonb not null default '{"notices":[],"overrides":[]}';
alter table known_project add column capex jsonb;

-- Terms say of which kind they are.
update deal
set offer = jsonb_set(offer, '{terms,kind}', to_jsonb(case instrument
    when 'DIRECT_LOAN' then 'LOAN'
    when 'SUBORDINATED_LOAN' then 'LOAN'
    when 'LOAN_GUARANTEE' then 'GUARANTEE'
    when 'POLITICAL_RISK_INSURANCE' then 'INSURANCE'
    when 'EQUITY' then 'EQUITY'
    when 'PREFERRED_EQUITY' then 'EQUITY'
    when 'FUND_COMMITMENT' then 'EQUITY'
    when 'WARRANT' then 'WARRANT'
    when 'PRICE_FLOOR' then 'PRICE_FLOOR'
    when 'OFFTAKE_GUARANTEE' then 'PRICE_FLOOR'
    when 'PURCHASE_COMMITMENT' then 'PURCHASE_COMMITMENT'
    else 'GRANT' end))
where jsonb_typeof(offer -> 'terms') = 'object';
