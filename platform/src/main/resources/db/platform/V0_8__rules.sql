-- Values that administrators have set for parameters of the rule book. The number rises in
-- the order of setting, and the highest one begun by a day holds on it.
CREATE TABLE rule_override (
    id        uuid        PRIMARY KEY,
    number    bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    parameter text        NOT NULL,
    rule      text        NOT NULL,
    value     text,
    from_day  date        NOT NULL,
    reason    text        NOT NULL CHECK (reason <> ''),
    set_by    text        NOT NULL,
    set_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE FUNCTION rule_override_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rule_override is append-only';
END
$$;
CREATE TRIGGER rule_override_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_override
    FOR EACH STATEMENT EXECUTE FUNCTION rule_override_is_final();
