-- What contact points, experts and press conferences need beside their ledgers.
CREATE INDEX ledger_entry_regulations ON ledger_entry USING gin ((content -> 'regulations'));
CREATE INDEX ledger_entry_by_point ON ledger_entry (ledger, (content ->> 'point'), day, id) WHERE content ? 'point';

-- How to reach experts, and what they declared; encrypted, and gone with the appointment.
CREATE TABLE expert_file (
    expert_id uuid   PRIMARY KEY REFERENCES ledger_entry ON DELETE CASCADE,
    sealed    bytea  NOT NULL,
    version   bigint NOT NULL DEFAULT 1
);
