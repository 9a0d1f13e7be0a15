use sqlx::postgres::{PgPool, PgPoolOptions};
use std::time::Duration;

pub async fn connect(url: &str) -> Result<PgPool, sqlx::Error> {
    PgPoolOptions::new()
        .max_connections(12)
        .acquire_timeout(Duration::from_millis(500))
        .max_lifetime(Duration::from_secs(1500))
        .connect(url)
        .await
}

/// Dropped without commit, the transaction rolls back: also where the request is cancelled.
pub async fn close_order(pool: &PgPool, id: i64, version: i32) -> Result<bool, sqlx::Error> {
    let mut transaction = pool.begin().await?;
    let changed = sqlx::query!(
        "update orders set state = 'closed', version = version + 1 where id = $1 and version = $2",
        id,
        version
    )
    .execute(&mut *transaction)
    .await?
    .rows_affected();
    transaction.commit().await?;
    Ok(changed == 1)
}
