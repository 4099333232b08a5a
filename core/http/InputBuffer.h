#pragma once

#include "core/http/Asio.h"

#include <cstring>
#include <vector>

namespace atelier::http {

/// Received bytes in one piece of memory of a fixed size, as the parser wants them.
class InputBuffer
{
public:
    explicit InputBuffer(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_begin == m_end; }
    [[nodiscard]] bool isFull() const { return m_end - m_begin == m_capacity; }
    [[nodiscard]] asio::const_buffer bytes() const { return {m_bytes.data() + m_begin, m_end - m_begin}; }
    [[nodiscard]] std::size_t size() const { return m_end - m_begin; }

    /// Where the next bytes go; at least one byte unless the buffer is full.
    asio::mutable_buffer room()
    {
        m_bytes.resize(m_capacity);
        if (m_begin == m_end) {
            m_begin = m_end = 0;
        } else if (m_begin > 0) {
            std::memmove(m_bytes.data(), m_bytes.data() + m_begin, m_end - m_begin);
            m_end -= m_begin;
            m_begin = 0;
        }
        return {m_bytes.data() + m_end, m_capacity - m_end};
    }
    void commit(std::size_t count) { m_end += count; }
    void consume(std::size_t count) { m_begin += count; }
    void clear() { m_begin = m_end = 0; }
    /// Only while it is empty; gives the memory back.
    void setCapacity(std::size_t capacity)
    {
        if (capacity == m_capacity)
            return;
        m_capacity = capacity;
        m_bytes = {};
    }

private:
    std::size_t m_capacity;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::vector<char> m_bytes;
};

} // namespace atelier::http
