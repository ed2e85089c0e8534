// Package sweep deletes the objects of tenants who have left.
package sweep

import "context"

// Store deletes objects.
type Store interface {
	Delete(ctx context.Context, key string) error
}

// Once tries to delete every key; cron starts it each minute with the keys that are still there.
func Once(ctx context.Context, store Store, keys []string) error {
	for _, key := range keys {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		_ = store.Delete(ctx, key)
	}
	return nil
}
