"""Consumes payout orders and hands each to the bank once."""

import logging

log = logging.getLogger(__name__)

POLL_SECONDS = 0.5


def run(consumer, bank, is_running):
    """Polls until `is_running` says no; `consumer` has auto-commit switched off."""
    while is_running():
        records = consumer.poll(POLL_SECONDS, max_records=500)
        for record in records:
            process(bank, record)
        consumer.commit()


def process(bank, record):
    """Pays out; raises if the bank refuses or does not answer."""
    bank.pay(record.key, record.value["amount"], record.value["account"])
