#pragma once

#include "core/storage/Database.h"

namespace atelier {

/// A transaction that is rolled back unless it was committed.
class Transaction
{
public:
    enum class Mode { Read, Write };

    [[nodiscard]] static Result<Transaction> begin(Database &database, Mode mode = Mode::Write);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }

    Database *m_database; ///< null once committed or moved from
};

} // namespace atelier
