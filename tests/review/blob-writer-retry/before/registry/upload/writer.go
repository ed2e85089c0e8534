package upload

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

// Digest names a blob by its content.
type Digest string

// blobWriter stores blobs in the registry.
type blobWriter struct {
	client *http.Client
	base   string
}

// Store uploads the blob's content under its digest.
func (b *blobWriter) Store(ctx context.Context, digest Digest, body io.Reader) error {
	return b.upload(ctx, digest, body)
}

// upload sends one request and reads the answer.
func (b *blobWriter) upload(ctx context.Context, digest Digest, body io.Reader) error {
	url := b.base + "/blobs/" + string(digest)
	request, err := http.NewRequestWithContext(ctx, http.MethodPut, url, body)
	if err != nil {
		return err
	}
	response, err := b.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusCreated {
		return fmt.Errorf("put blob %s: %s", digest, response.Status)
	}
	return nil
}
