"""From the rows of an export to Responses: matched, filtered, decoded, pooled."""
