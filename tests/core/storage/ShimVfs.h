#pragma once

#include <cstdint>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace atelier::test {

/// What a test does to the storage calls of SQLite before they reach the disk. Files are known by their bare
/// name: `workspace.db`, `workspace.db-wal`. Anything but SQLITE_OK is answered to SQLite instead of doing
/// the call.
class DiskHooks
{
public:
    virtual ~DiskHooks() = default;
    virtual int beforeOpen(const std::string &) { return SQLITE_OK; }
    virtual int beforeRead(const std::string &) { return SQLITE_OK; }
    virtual int beforeWrite(const std::string &, std::string_view, std::int64_t) { return SQLITE_OK; }
    virtual int beforeTruncate(const std::string &, std::int64_t) { return SQLITE_OK; }
    virtual int beforeSync(const std::string &) { return SQLITE_OK; }
    virtual int beforeDelete(const std::string &) { return SQLITE_OK; }
    virtual int beforeMapping(const std::string &) { return SQLITE_OK; } ///< of the -shm file
    /// A write that was answered with an error still puts this many of its bytes on the disk.
    virtual std::size_t bytesBeforeFailing(std::size_t) { return 0; }
};

/// SQLite's own file layer with hooks in front of it. Real syncs are left out: the tests' disk is the hooks.
/// It promises nothing of the disk (512-byte sectors, no safe appends or overwrites). Registered under its
/// name while it lives.
class ShimVfs
{
public:
    ShimVfs(std::string name, DiskHooks &hooks);
    ~ShimVfs();
    ShimVfs(const ShimVfs &) = delete;
    ShimVfs &operator=(const ShimVfs &) = delete;

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] DiskHooks &hooks() { return m_hooks; }
    [[nodiscard]] sqlite3_vfs *real() { return m_real; }

private:
    std::string m_name;
    DiskHooks &m_hooks;
    sqlite3_vfs *m_real;
    sqlite3_vfs m_vfs;
};

} // namespace atelier::test
