-- 0113: link payments to mandates.
-- Run by the deploy job, one transaction for each file unless it says otherwise.
SELECT count(*) FROM payments WHERE mandate_id IS NULL;
